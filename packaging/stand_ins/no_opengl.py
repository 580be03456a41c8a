"""Stands in for PySide6.QtOpenGL and QtOpenGLWidgets in the built program, which draws without OpenGL.

pyqtgraph imports both when it starts, uses them only for views that were asked to draw with OpenGL, and
subclasses this one class. Left out with their libraries: 9 MB, and the time to load them at every start.
"""


class QOpenGLWidget:
    """Nothing is one of these: a view that asks for OpenGL is told that there is none."""

    def __init__(self) -> None:
        raise RuntimeError("this build of Milepost draws without OpenGL")
