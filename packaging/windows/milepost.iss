; The installer for Windows: for one person, without an administrator, and taken away without a trace of its own.
;
;   iscc /DVersion=X.Y.Z packaging\windows\milepost.iss
;
; It packs dist\milepost, which PyInstaller has built, into dist\milepost-X.Y.Z-windows-x86_64-setup.exe.
; Proven under Wine, with stand-ins for the program: it compiles, installs, is updated over itself, and is
; uninstalled without a trace. Unproven here: on Windows, with the program itself, and opening by a double click.

#ifndef Version
  #error Say which version: iscc /DVersion=X.Y.Z packaging\windows\milepost.iss
#endif

#define Root AddBackslash(SourcePath) + "..\.."
#define PlanType "Milepost.Plan"

[Setup]
; How Windows knows the program from version to version; it never changes.
AppId={{6C0B5D3E-2F0B-4E57-9C53-5A1E3C1F9B7A}
AppName=Milepost
AppVersion={#Version}
AppVerName=Milepost {#Version}
AppPublisher=Milepost
VersionInfoVersion={#Version}
UninstallDisplayName=Milepost
UninstallDisplayIcon={app}\Milepost.exe
; For this person alone: nothing asks for an administrator, and {autopf} is the person's own folder of programs.
PrivilegesRequired=lowest
DefaultDirName={autopf}\Milepost
DisableDirPage=auto
DisableProgramGroupPage=yes
; The program is for 64 bits, and Qt 6 for Windows 10 (1809) and newer.
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
; A Milepost that runs is asked to close, so that its files can be written; it saves before it does.
CloseApplications=yes
RestartApplications=no
ChangesAssociations=yes
ChangesEnvironment=yes
LicenseFile={#Root}\LICENSE
SetupIconFile={#Root}\build\milepost\milepost.ico
OutputDir={#Root}\dist
OutputBaseFilename=milepost-{#Version}-windows-x86_64-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "verbs"; Description: "Let me type &milepost in a terminal (milepost show, milepost week ...)"; Flags: unchecked

[InstallDelete]
; Files of an older version that this one has no more.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Root}\dist\milepost\*"; DestDir: "{app}"; Excludes: "milepost-cli.exe"; Flags: ignoreversion recursesubdirs
; With a console, under the name that a terminal finds before Milepost.exe.
Source: "{#Root}\dist\milepost\milepost-cli.exe"; DestDir: "{app}"; DestName: "milepost.com"; Flags: ignoreversion

[Icons]
Name: "{autoprograms}\Milepost"; Filename: "{app}\Milepost.exe"; Comment: "Plan a path of study, and print each week"
Name: "{autodesktop}\Milepost"; Filename: "{app}\Milepost.exe"; Tasks: desktopicon

[Registry]
; Plans open with a double click, and wear their icon.
Root: HKA; Subkey: "Software\Classes\.milepost"; ValueType: string; ValueData: "{#PlanType}"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.milepost"; ValueType: string; ValueName: "Content Type"; ValueData: "application/x-milepost-plan"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\.milepost\OpenWithProgids"; ValueType: string; ValueName: "{#PlanType}"; ValueData: ""; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\{#PlanType}"; ValueType: string; ValueData: "Milepost plan"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#PlanType}\DefaultIcon"; ValueType: string; ValueData: "{app}\_internal\plan.ico"
Root: HKA; Subkey: "Software\Classes\{#PlanType}\shell\open\command"; ValueType: string; ValueData: """{app}\Milepost.exe"" ""%1"""
; Windows' own dialog, "Run", finds the program by its name.
Root: HKA; Subkey: "Software\Microsoft\Windows\CurrentVersion\App Paths\Milepost.exe"; ValueType: string; ValueData: "{app}\Milepost.exe"; Flags: uninsdeletekey
; The terminal finds it where the person wants that.
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{code:PathWithMilepost}"; Tasks: verbs

[Run]
Filename: "{app}\Milepost.exe"; Description: "{cm:LaunchProgram,Milepost}"; Flags: nowait postinstall skipifsilent

; Plans, settings and backups lie elsewhere (Documents, AppData\Local\Milepost): they are the person's and stay.

[Code]
function PersonsPath(): String;
begin
  if not RegQueryStringValue(HKEY_CURRENT_USER, 'Environment', 'Path', Result) then
    Result := '';
end;

{ The person's Path without the folder of Milepost, wherever in it that stands. }
function PathWithoutMilepost(): String;
begin
  Result := ';' + PersonsPath() + ';';
  StringChangeEx(Result, ';' + ExpandConstant('{app}') + ';', ';', True);
  while (Result <> '') and (Result[1] = ';') do
    Delete(Result, 1, 1);
  while (Result <> '') and (Result[Length(Result)] = ';') do
    Delete(Result, Length(Result), 1);
end;

function PathWithMilepost(Param: String): String;
begin
  Result := PathWithoutMilepost();
  if Result <> '' then
    Result := Result + ';';
  Result := Result + ExpandConstant('{app}');
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if (Step = usPostUninstall) and (Pos(ExpandConstant('{app}'), PersonsPath()) > 0) then
    RegWriteExpandStringValue(HKEY_CURRENT_USER, 'Environment', 'Path', PathWithoutMilepost());
end;
