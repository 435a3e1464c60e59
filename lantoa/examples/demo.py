"""What the example instance publishes of itself (tài khoản minh họa)."""

DEMO_PASSWORD = "lan-toa-demo"
