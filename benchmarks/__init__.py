"""Speed and cost, as ratios measured in one interleaved run; nothing here asserts a time."""
