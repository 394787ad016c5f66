#!/bin/sh
# Ace starts a browser without a sandbox of its own, which containers do not give.
exec "$CHROMIUM" --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking "$@"
