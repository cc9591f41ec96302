### Small words that the core itself uses on many screens.
### status: source

assess-start = Start
answer-hint = Please press a number: 1 yes, 2 no, 3 skip.
    .short = Press 1 yes, 2 no, 3 skip.
why-label = Why?
hide-label = Hide this chat
record-label = Count my answers, without anything about me
record-thanks = Thank you. Only the answers were counted. Nothing about you was kept with them.
    .short = Thank you. Only the answers were counted.
