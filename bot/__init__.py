"""The reporter's side: Telegram in and out, drafts, sweeping, sealing, handing over."""
