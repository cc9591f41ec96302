### Cards to listen to, for people who read little. Nothing is played by itself.
### status: draft

listen-label = Listen
listen-read-label = Read it instead
listen = You can listen to this. Press play. Somebody near you may hear it.
listen-human = A person reads it out.
listen-robot = A robot reads it out and may say words wrong. The written words count.
