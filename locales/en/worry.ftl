### About somebody else. The one who asks may be the danger: nothing is confirmed, denied or passed on.
### status: draft

worry =
    It is good that you care. I cannot say if anyone has written here, and I cannot look for anyone. Please do not send me a name, a number or a photo of the person.

    Please do not confront anyone. Do not search the person's phone. Do not go there alone. This can make it more dangerous for them and for you.

    Does the person know that you are asking?
    .short = Send no name or photo. Do not confront anyone or go there alone. 1 danger now 2 how to help 3 missing 4 they know I ask 5 they do not 6 person

worry-knows =
    That is good. They can write here themselves, in their own words, when they are alone. It is free, and no name is needed.

    Ask them what they want. Do only what they agree to. They know best what is safe for them.
    .short = Good. They can write here themselves when alone, no name needed. Do only what they agree to. 1 how to help 2 a person 3 menu

worry-unaware =
    Then please go slowly. If you see them alone, tell them there is a free place to write to. Do not send it in a message that someone else may read.

    Do not decide for them. They know best what is safe for them. A person here can think about it with you.
    .short = Go slowly. Tell them face to face, alone, that they can write here. Send no message. 1 how to help 2 a person 3 menu
