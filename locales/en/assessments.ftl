### status: draft

## What the three lists of questions share. The names of outcomes stand nowhere.

assess-none-flagged =
    None of your answers brought up a piece of advice.

    This does not mean that you are safe. You know your life best. A person can help, also when you are not sure.
    .short = No advice came up. This does not mean that you are safe. A person can help, also when you are not sure. 1 person

assess-none-checked =
    None of your answers brought up a piece of advice.

    This does not mean that it is safe. A false offer can look good. A person here can look at it with you.
    .short = No advice came up. This does not mean that it is safe: a false offer can look good. A person here can look at it with you. 1 person

assess-reasons = Why we say this:
    .short = Why we say this:

assess-more =
    Thank you for your answers. These were the first questions. There are { $count } more, about { $minutes } min. They would tell more. You may skip any of them.

    You can also finish here, or write to a person.
    .short = Thank you. There are { $count } more questions, about { $minutes } min. They would tell more. Go on? 1 yes 2 finish here 3 a person
choice-more-questions = More questions
choice-finish-here = Finish here
