"""The staff console of the demonstration: invented staff, whose keys everybody knows."""
