from lantoa.accounts.selectors.users import demo_accounts

__all__ = ["demo_accounts"]
