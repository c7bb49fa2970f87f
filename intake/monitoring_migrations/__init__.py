"""The steps that bring the monitoring store up to date."""
