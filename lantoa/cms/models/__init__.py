from lantoa.cms.models.site_document import SiteDocument
from lantoa.cms.models.site_image import SiteImage, SiteRendition
from lantoa.cms.models.site_page import SitePage

__all__ = ["SiteDocument", "SiteImage", "SitePage", "SiteRendition"]
