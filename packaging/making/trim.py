"""What the built program leaves out of the libraries it brings, and why.

Used by the recipe (packaging/milepost.spec) while PyInstaller collects, on every system. What no list names
but nothing needs any more goes afterwards, on Linux: see `making.orphans`.
"""

from collections.abc import Sequence

UNUSED_MODULES = (
    # Qt
    *(
        f"PySide6.Qt{part}"
        for part in (
            "Qml",
            "Quick",
            "QuickWidgets",
            "Sql",
            "Test",
            "Designer",
            "Help",
            "UiTools",
            "Concurrent",
        )
    ),
    *("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets"),  # see stand_ins/no_opengl.py
    # Python's own
    *("tkinter", "pydoc_data", "doctest", "readline", "setuptools"),
    # Several processes, which PyInstaller would get ready for at every start. pyqtgraph alone can use them.
    *("multiprocessing", "concurrent.futures.process", "pyqtgraph.multiprocess"),
    # Drawing and numbers. Nothing draws lots or transforms frequencies; numpy imports both when used.
    *(
        f"pyqtgraph.{part}"
        for part in ("opengl", "examples", "canvas", "flowchart", "console", "jupyter", "dockarea")
    ),
    *(f"numpy.{part}" for part in ("f2py", "testing", "tests", "random", "fft", "polynomial")),
    # Plans. SQLAlchemy looks up a kind of database when one is opened; a plan is SQLite.
    *("sqlalchemy.testing", "pydantic.mypy", "pydantic.v1"),
    *(f"sqlalchemy.dialects.{database}" for database in ("mssql", "mysql", "oracle")),
    "holidays.financial",  # the days that exchanges close
    # The network: what libraries do without where it is not there, or name only for what they do elsewhere.
    "qh3",  # HTTP/3
    "radicale",  # a calendar server, which caldav names only to test itself
    *(
        "requests",
        "urllib3",
    ),  # caldav and niquests name them beside niquests and urllib3_future, their newer kin
    *("vobject", "pytz"),  # older kin of icalendar and of Python's own time zones
    *("lxml.html", "lxml.objectify", "lxml.isoschematron", "lxml.cssselect"),  # caldav reads plain XML
    # Colours in a terminal, for developers: what Mako, pydantic and others would print with.
    *("pygments", "rich", "markdown_it", "mdurl", "IPython"),
)
"""Modules that Milepost never reaches."""

UNUSED_FILES = (
    # Qt's other libraries: libQt6Qml.so.6 on Linux, Qt6Qml.dll on Windows, QtQml.framework on macOS.
    *(
        f"Qt6{part}"
        for part in ("Qml", "Quick", "Sql", "Test", "Designer", "Help", "VirtualKeyboard", "EglFS")
    ),
    *(f"Qt{part}.framework" for part in ("Qml", "QmlModels", "Quick", "Sql", "Test", "VirtualKeyboard")),
    "Qt6OpenGLWidgets",
    "opengl32sw.dll",  # Windows: drawing OpenGL without a graphics card, 20 MB
    # Plugins for screens, keyboards and pictures that a desktop program does not meet.
    *("plugins/egldeviceintegrations", "plugins/generic", "plugins/sqldrivers", "plugins/qmltooling"),
    *(f"plugins/platforms/lib{name}" for name in ("qeglfs", "qlinuxfb", "qminimal", "qvnc", "qvkkhrdisplay")),
    "plugins/platforminputcontexts/libqtvirtualkeyboard",
    "plugins/platformthemes/libqgtk3",
    "plugins/networkinformation",  # Milepost asks a server, not the system, whether it can be reached
    *(f"plugins/imageformats/lib{name}" for name in ("qtiff", "qicns", "qtga", "qwbmp", "qwebp", "qgif")),
    *(
        f"plugins/wayland-shell-integration/lib{name}"
        for name in ("fullscreen-shell", "ivi-shell", "wl-shell", "qt-shell")
    ),
    "Qt/translations",
    # Pictures that only pyqtgraph's own windows show.
    "pyqtgraph/icons/peegee",
    "pyqtgraph/colors",
    "resources/pictures",  # of the README
    # How and where packages were installed: it differs from build to build, and nobody asks.
    *(
        f".dist-info/{name}"
        for name in ("direct_url.json", "uv_cache.json", "RECORD", "INSTALLER", "REQUESTED")
    ),
)
"""Parts of the names of collected files that Milepost never opens."""

LEFT_TO_THE_SYSTEM = (
    # A graphics driver of the system loads these, too, and may need them newer than the build's own.
    *("libstdc++.so", "libgcc_s.so", "libexpat.so", "libz.so", "libzstd.so"),
    # They speak with the system's own server or read the system's own files.
    *("libX11.so", "libX11-xcb.so", "libfontconfig.so", "libfreetype.so", "libdbus-1.so"),
    *("libgssapi_krb5.so", "libkrb5", "libk5crypto", "libcom_err"),
    # Brought by the GTK theme plugin alone, which stays out.
    *("libgtk-3", "libgdk", "libpango", "libcairo", "libatk-", "libatspi", "libepoxy", "libcups", "libavahi"),
    *("libgnutls", "libunistring", "libp11-kit", "libhogweed", "libnettle"),
)
"""Linux: beginnings of the names of libraries that every desktop has, and that work best from there."""


def wanted(entry: Sequence[str]) -> bool:
    """Whether a file that PyInstaller collected (its name in the program first) is one that Milepost uses."""
    name = entry[0].replace("\\", "/")
    if any(unused in name for unused in UNUSED_FILES):
        return False
    return not name.rsplit("/", 1)[-1].startswith(LEFT_TO_THE_SYSTEM)
