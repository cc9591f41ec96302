### status: draft

## What the three lists of questions share. The names of outcomes stand nowhere.

assess-none-flagged =
    None of your answers brought up a piece of advice.

    This does not mean that you are safe. You know your life best. A person can help, also when you are not sure.
    .short = No advice came up. This does not mean that you are safe. A person can help, also when you are not sure. 1 person
assess-reasons = Why we say this:
    .short = Why we say this:
