-- A plan as the second revision kept it.
PRAGMA application_id = 1298747503;
BEGIN TRANSACTION;
CREATE TABLE activity (
	number INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	phase VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	effort VARCHAR NOT NULL, 
	share FLOAT NOT NULL, 
	not_before VARCHAR, 
	started_on VARCHAR, 
	finished_on VARCHAR, 
	remaining_hours FLOAT, 
	steps VARCHAR NOT NULL, 
	provider VARCHAR NOT NULL, 
	link VARCHAR NOT NULL, 
	tools VARCHAR NOT NULL, 
	about VARCHAR NOT NULL, 
	warning VARCHAR NOT NULL, 
	required BOOLEAN NOT NULL, 
	length_unknown BOOLEAN NOT NULL, 
	production BOOLEAN NOT NULL, 
	note VARCHAR NOT NULL, 
	pauses VARCHAR NOT NULL, 
	archived_on VARCHAR, 
	PRIMARY KEY (number), 
	UNIQUE (id), 
	FOREIGN KEY(phase) REFERENCES phase (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "activity" VALUES(1,'regression-course','learning','Regression course','course',1,'{"low":15,"likely":20,"high":30,"provenance":"suggestion","reason":""}',1.0,NULL,'2027-01-04',NULL,NULL,'[{"id":"week-1","title":"Week 1","part":1.0,"done":false},{"id":"week-2","title":"Week 2","part":2.0,"done":false}]','','https://example.org/regression','["python","numpy"]','','',1,0,0,'','[]',NULL);
INSERT INTO "activity" VALUES(2,'clustering-course','learning','Clustering course','course',2,'{"low":30,"likely":30,"high":30,"provenance":"suggestion","reason":""}',1.0,NULL,NULL,NULL,NULL,'[]','','','[]','','',1,0,0,'','[]',NULL);
INSERT INTO "activity" VALUES(3,'serve-model','production','Serve model','project',1,'{"low":15,"likely":15,"high":15,"provenance":"suggestion","reason":""}',1.0,NULL,NULL,NULL,NULL,'[]','','','[]','','',1,0,0,'','[{"first":"2027-02-10","last":"2027-02-12"}]',NULL);
INSERT INTO "activity" VALUES(4,'write-up','production','Write it all up','project',2,'{"low":5,"likely":5,"high":5,"provenance":"suggestion","reason":""}',1.0,NULL,NULL,NULL,NULL,'[]','','','[]','','',1,0,0,'','[]',NULL);
INSERT INTO "activity" VALUES(5,'old','learning','Regression course','course',4,'{"low":15,"likely":20,"high":30,"provenance":"suggestion","reason":""}',1.0,NULL,'2027-01-04',NULL,NULL,'[{"id":"week-1","title":"Week 1","part":1.0,"done":false},{"id":"week-2","title":"Week 2","part":2.0,"done":false}]','','https://example.org/regression','["python","numpy"]','','',1,0,0,'','[]','2027-01-04');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE baseline (
	number INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	taken_on VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	days VARCHAR NOT NULL, 
	PRIMARY KEY (number), 
	UNIQUE (id)
);
INSERT INTO "baseline" VALUES(1,'made','2027-01-04','The plan as it was made','[{"node":"serve-model","start":"2027-01-04","finish":"2027-02-09"}]');
CREATE TABLE calendar_exception (
	number INTEGER NOT NULL, 
	first VARCHAR NOT NULL, 
	last VARCHAR NOT NULL, 
	hours FLOAT NOT NULL, 
	name VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	PRIMARY KEY (number)
);
INSERT INTO "calendar_exception" VALUES(1,'2027-02-01','2027-02-07',0.0,'Away','');
CREATE TABLE checklist_item (
	number INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	milestone VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	hint VARCHAR NOT NULL, 
	required BOOLEAN NOT NULL, 
	needs_evidence BOOLEAN NOT NULL, 
	produced_by VARCHAR, 
	done_on VARCHAR, 
	evidence VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	PRIMARY KEY (number), 
	UNIQUE (id), 
	FOREIGN KEY(milestone) REFERENCES milestone (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(produced_by) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "checklist_item" VALUES(1,'regression-certificate','core-proven','course','Regression certificate',1,'',1,0,'regression-course',NULL,'[{"kind":"note","text":"Heard the course"}]','');
INSERT INTO "checklist_item" VALUES(2,'explain-bias','core-proven','skill','Explain bias',2,'',1,0,NULL,NULL,'[]','');
INSERT INTO "checklist_item" VALUES(3,'course-done','endpoint-live','course','Course done',1,'',1,0,NULL,'2027-01-09','[]','');
INSERT INTO "checklist_item" VALUES(4,'endpoint-answers','endpoint-live','portfolio','Endpoint answers',2,'',1,1,NULL,'2027-01-09','[{"kind":"link","text":"https://example.org/endpoint"}]','');
INSERT INTO "checklist_item" VALUES(5,'extra-load-test','endpoint-live','skill','Extra load test',3,'',0,0,NULL,NULL,'[]','');
CREATE TABLE dependency (
	number INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	"before" VARCHAR NOT NULL, 
	"after" VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	lag_days INTEGER NOT NULL, 
	PRIMARY KEY (number), 
	UNIQUE (id)
);
INSERT INTO "dependency" VALUES(1,'regression-course>clustering-course','regression-course','clustering-course','FS',0);
INSERT INTO "dependency" VALUES(2,'clustering-course>core-proven','clustering-course','core-proven','FS',0);
INSERT INTO "dependency" VALUES(3,'core-proven>serve-model','core-proven','serve-model','FS',0);
INSERT INTO "dependency" VALUES(4,'serve-model>write-up','serve-model','write-up','FS',0);
INSERT INTO "dependency" VALUES(5,'write-up>endpoint-live','write-up','endpoint-live','FS',0);
CREATE TABLE file_info (
	number INTEGER NOT NULL, 
	oldest_reader VARCHAR NOT NULL, 
	written_by VARCHAR NOT NULL, 
	PRIMARY KEY (number)
);
INSERT INTO "file_info" VALUES(1,'0002','0.1.0');
CREATE TABLE journal (
	number INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	device VARCHAR NOT NULL, 
	parents VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	edit VARCHAR NOT NULL, 
	below VARCHAR, 
	text VARCHAR NOT NULL, 
	changes VARCHAR NOT NULL, 
	PRIMARY KEY (number), 
	UNIQUE (id)
);
INSERT INTO "journal" VALUES(1,'8bd404cd-6af8-4f30-a5df-308f0661254c','9d725962-22d5-4479-baae-dc14040502b4','[]','2026-11-23T06:04:08.950+00:00','do','8bd404cd-6af8-4f30-a5df-308f0661254c',NULL,'Rename','[{"table":"activities","key":"write-up","before":{"id":"write-up","phase":"production","title":"Write up","kind":"project","position":2,"effort":{"low":5,"likely":5,"high":5,"provenance":"suggestion","reason":""},"share":1.0,"not_before":null,"started_on":null,"finished_on":null,"remaining_hours":null,"steps":[],"provider":"","link":"","tools":[],"about":"","warning":"","required":true,"length_unknown":false,"production":false,"note":"","pauses":[],"archived_on":null},"after":{"id":"write-up","phase":"production","title":"Write it all up","kind":"project","position":2,"effort":{"low":5,"likely":5,"high":5,"provenance":"suggestion","reason":""},"share":1.0,"not_before":null,"started_on":null,"finished_on":null,"remaining_hours":null,"steps":[],"provider":"","link":"","tools":[],"about":"","warning":"","required":true,"length_unknown":false,"production":false,"note":"","pauses":[],"archived_on":null}}]');
INSERT INTO "journal" VALUES(2,'8990987a-f340-4c64-a6bc-7bb089bf8557','9d725962-22d5-4479-baae-dc14040502b4','["8bd404cd-6af8-4f30-a5df-308f0661254c"]','2026-11-23T06:04:08.955+00:00','do','8990987a-f340-4c64-a6bc-7bb089bf8557','8bd404cd-6af8-4f30-a5df-308f0661254c','Log 45 min','[{"table":"sessions","key":"53353f25-0a03-4d05-a7c5-0bcb3e96ebe7","before":null,"after":{"id":"53353f25-0a03-4d05-a7c5-0bcb3e96ebe7","activity":"regression-course","day":"2027-01-05","minutes":45,"step":null,"note":""}}]');
INSERT INTO "journal" VALUES(3,'e56ce9d0-f8b5-4fe5-8fe0-46f1044e2ed3','9d725962-22d5-4479-baae-dc14040502b4','["8990987a-f340-4c64-a6bc-7bb089bf8557"]','2026-11-23T06:04:08.957+00:00','do','e56ce9d0-f8b5-4fe5-8fe0-46f1044e2ed3','8990987a-f340-4c64-a6bc-7bb089bf8557','Change evidence','[{"table":"checklist","key":"regression-certificate","before":{"id":"regression-certificate","milestone":"core-proven","kind":"course","title":"Regression certificate","position":1,"hint":"","required":true,"needs_evidence":false,"produced_by":"regression-course","done_on":null,"evidence":[],"note":""},"after":{"id":"regression-certificate","milestone":"core-proven","kind":"course","title":"Regression certificate","position":1,"hint":"","required":true,"needs_evidence":false,"produced_by":"regression-course","done_on":null,"evidence":[{"kind":"note","text":"Heard the course"}],"note":""}}]');
INSERT INTO "journal" VALUES(4,'d7f0c19f-2a56-453a-ad85-3784928f47c6','9d725962-22d5-4479-baae-dc14040502b4','["e56ce9d0-f8b5-4fe5-8fe0-46f1044e2ed3"]','2026-11-23T06:04:08.959+00:00','do','d7f0c19f-2a56-453a-ad85-3784928f47c6','e56ce9d0-f8b5-4fe5-8fe0-46f1044e2ed3','Rename','[{"table":"activities","key":"write-up","before":{"id":"write-up","phase":"production","title":"Write it all up","kind":"project","position":2,"effort":{"low":5,"likely":5,"high":5,"provenance":"suggestion","reason":""},"share":1.0,"not_before":null,"started_on":null,"finished_on":null,"remaining_hours":null,"steps":[],"provider":"","link":"","tools":[],"about":"","warning":"","required":true,"length_unknown":false,"production":false,"note":"","pauses":[],"archived_on":null},"after":{"id":"write-up","phase":"production","title":"Write","kind":"project","position":2,"effort":{"low":5,"likely":5,"high":5,"provenance":"suggestion","reason":""},"share":1.0,"not_before":null,"started_on":null,"finished_on":null,"remaining_hours":null,"steps":[],"provider":"","link":"","tools":[],"about":"","warning":"","required":true,"length_unknown":false,"production":false,"note":"","pauses":[],"archived_on":null}}]');
INSERT INTO "journal" VALUES(5,'5c60c62f-4d31-4431-9bbd-a89ef50e08ec','9d725962-22d5-4479-baae-dc14040502b4','["d7f0c19f-2a56-453a-ad85-3784928f47c6"]','2026-11-23T06:04:08.961+00:00','undo','d7f0c19f-2a56-453a-ad85-3784928f47c6','e56ce9d0-f8b5-4fe5-8fe0-46f1044e2ed3','Rename','[{"table":"activities","key":"write-up","before":{"id":"write-up","phase":"production","title":"Write","kind":"project","position":2,"effort":{"low":5,"likely":5,"high":5,"provenance":"suggestion","reason":""},"share":1.0,"not_before":null,"started_on":null,"finished_on":null,"remaining_hours":null,"steps":[],"provider":"","link":"","tools":[],"about":"","warning":"","required":true,"length_unknown":false,"production":false,"note":"","pauses":[],"archived_on":null},"after":{"id":"write-up","phase":"production","title":"Write it all up","kind":"project","position":2,"effort":{"low":5,"likely":5,"high":5,"provenance":"suggestion","reason":""},"share":1.0,"not_before":null,"started_on":null,"finished_on":null,"remaining_hours":null,"steps":[],"provider":"","link":"","tools":[],"about":"","warning":"","required":true,"length_unknown":false,"production":false,"note":"","pauses":[],"archived_on":null}}]');
CREATE TABLE milestone (
	number INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	phase VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	target VARCHAR, 
	holds BOOLEAN NOT NULL, 
	fixed BOOLEAN NOT NULL, 
	reached_on VARCHAR, 
	about VARCHAR NOT NULL, 
	warning VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	PRIMARY KEY (number), 
	UNIQUE (id), 
	FOREIGN KEY(phase) REFERENCES phase (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "milestone" VALUES(1,'core-proven','learning','Core proven',3,NULL,0,0,NULL,'','','');
INSERT INTO "milestone" VALUES(2,'endpoint-live','production','Endpoint live',3,'2027-03-01',0,0,'2027-01-09','','','');
CREATE TABLE phase (
	number INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	colour INTEGER NOT NULL, 
	months VARCHAR, 
	about VARCHAR NOT NULL, 
	warning VARCHAR NOT NULL, 
	parent VARCHAR, 
	PRIMARY KEY (number), 
	UNIQUE (id), 
	FOREIGN KEY(parent) REFERENCES phase (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "phase" VALUES(1,'learning','Learning',1,1,'{"low":2,"high":4,"provenance":"source","reason":""}','','',NULL);
INSERT INTO "phase" VALUES(2,'production','Production',2,3,NULL,'','',NULL);
INSERT INTO "phase" VALUES(3,'inner','Production',2,3,NULL,'','','learning');
CREATE TABLE "plan" (
	number INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	start VARCHAR NOT NULL, 
	status_date VARCHAR NOT NULL, 
	most_hours_a_week FLOAT NOT NULL, 
	reference_week_hours FLOAT NOT NULL, 
	reference_week_reason VARCHAR NOT NULL, 
	roadmap VARCHAR NOT NULL, 
	roadmap_version INTEGER NOT NULL, 
	background VARCHAR NOT NULL, 
	track VARCHAR NOT NULL, 
	cloud VARCHAR NOT NULL, 
	window VARCHAR, 
	finish VARCHAR, 
	paper VARCHAR NOT NULL, 
	week_start INTEGER NOT NULL, 
	PRIMARY KEY (number)
);
INSERT INTO "plan" VALUES(1,'11111111-2222-4333-8444-555555555555','A test plan','2027-01-04','2027-01-04',20.0,10.0,'','',0,'','','','{"low":18,"high":24,"provenance":"source","reason":""}','endpoint-live','Letter',6);
CREATE TABLE session (
	number INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	activity VARCHAR NOT NULL, 
	day VARCHAR NOT NULL, 
	minutes INTEGER NOT NULL, 
	step VARCHAR, 
	note VARCHAR NOT NULL, 
	PRIMARY KEY (number), 
	UNIQUE (id), 
	FOREIGN KEY(activity) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "session" VALUES(1,'first','regression-course','2027-01-04',95,NULL,'Slow but sure');
INSERT INTO "session" VALUES(2,'53353f25-0a03-4d05-a7c5-0bcb3e96ebe7','regression-course','2027-01-05',45,NULL,'');
CREATE TABLE weekly_hours (
	number INTEGER NOT NULL, 
	valid_from VARCHAR NOT NULL, 
	hours VARCHAR NOT NULL, 
	PRIMARY KEY (number)
);
INSERT INTO "weekly_hours" VALUES(1,'2027-01-04','[1.5,1.5,1.5,1.5,0.0,4.0,0.0]');
COMMIT;
