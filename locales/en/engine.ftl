### Small words that the core itself uses on many screens.
### status: source

assess-start = Start
answer-hint = Please press a number: 1 yes, 2 no, 3 skip.
    .short = Please press a number.
question-place = Question { $index } of { $count }.
question-ways = 0 back. You can write: PERSON, EXIT
why-label = Why?
hide-label = Hide this chat
record-label = Count my answers, without anything about me
record-thanks = Thank you. Only the answers were counted. Nothing about you was kept with them.
    .short = Thank you. Only the answers were counted.
