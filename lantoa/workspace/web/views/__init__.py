from lantoa.workspace.web.views.gallery import gallery
from lantoa.workspace.web.views.home import home

__all__ = ["gallery", "home"]
