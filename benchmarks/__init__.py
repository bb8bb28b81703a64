"""What is measured, beside its yardstick in the same run. ``make bench`` prints it; no test times anything."""
