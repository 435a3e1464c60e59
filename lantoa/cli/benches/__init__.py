"""What `lantoa bench` can measure; each prints percentiles of one run on this machine."""
