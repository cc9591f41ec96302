### Many messages of one visitor at once: one neutral line, then silence for a while.

flood-notice = Many messages came at once. Not each of them gets an answer. Please wait a minute, then write again.
    .short = Many messages came at once. Please wait a minute, then write again.
