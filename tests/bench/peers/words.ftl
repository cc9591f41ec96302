-bot = Helper
welcome = Hello { $name }, this is { -bot }. Six short questions follow. They take about two minutes, and you may stop at any time. Which language do you read?
ask = { $number ->
    [1] Question 1 of 6. Does somebody else keep your passport or your other papers, although you asked for them?
    [2] Question 2 of 6. Is the work different from what you were told before you left, or is the pay much smaller?
    [3] Question 3 of 6. Do you owe money for finding this work, and does the sum grow however much you pay back?
    [4] Question 4 of 6. Are you afraid that something happens to you or to your family if you leave the work?
    [5] Question 5 of 6. Does somebody decide for you when you go out, whom you call and where you sleep?
   *[other] Question 6 of 6. Do you work so long that there is no time left to sleep, to eat and to rest?
}
done = Thank you, { $name }, that was the last question. Press the button below to see what your answers say.
result = { $score ->
    [0] You answered yes to none of the questions. If something changes, come back whenever you want.
    [one] You answered yes to one question. It is worth speaking about it with a person you trust.
   *[other] You answered yes to { $score } questions. It may help you to speak with a person who knows these things.
}
person = A person answers you here as soon as possible, usually within { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}. What you write stays between you.
yes = Yes
no = No
show = Show my result
write = Write to a person
