from lantoa.channels.models.delivery import Delivery
from lantoa.channels.models.notice import Notice
from lantoa.channels.models.preference import Preference
from lantoa.channels.models.sending_policy import SendingPolicy

__all__ = ["Delivery", "Notice", "Preference", "SendingPolicy"]
