from lantoa.portal.models.home_page import HomePage

__all__ = ["HomePage"]
