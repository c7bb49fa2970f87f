"""The staff's side in a browser: sealed reports, opened only with the reader's own key."""
