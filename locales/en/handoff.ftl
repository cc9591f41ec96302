### From "I want a person" to the end of the talk (safety.md 3, 6 and 7).
### status: draft
### The hot line signs `minor` and `minor-law` in its own words before a real channel opens.

minor =
    Thank you for telling me. You can write here. We never send you away, and we never ask you to go to a parent first. A trained person can write with you.
    .short = Thank you for telling me. We never send you away. A trained person can write with you.

# The hot line's own signed words go here: what the law of its country makes it do.
minor-law =
    If you are under 18 and someone hurts you or uses you, the law may make us tell the people who protect children. We tell you first, or as soon as it is safe. We never ask for pictures, never tell the people who hurt you, and never say it is your fault.
    .short = The law may make us tell those who protect children. We tell you first if we can. 1 a person 2 help under 18 3 menu

handoff-age =
    Are you under 18? You get help with every answer. It only changes how we may help.
    .short = Are you under 18? You get help with every answer. 1 yes 2 no 3 I do not want to say

handoff-wish =
    Who would you like to write with? We try, but it is not always possible.
    .short = Who would you like? 1 anyone 2 a woman 3 a man 4 not from my town

handoff-waiting =
    We have asked one of our people to write with you.{ $place ->
        [0] {""}
       *[other] {" "}Your place in the line: { $place }.
    } { $wait ->
        [0] We do not know how long it takes.
       *[other] It can take about { $wait } min.
    } You can write here while you wait.{ $code ->
        [none] {""}
       *[other] {" "}If you hide this chat, write this number to come back: { $code }
    }

    Nobody here may ask you for money, sex or a private meeting.
    .short = We asked a person.{ $wait ->
        [0] {""}
       *[other] {" "}About { $wait } min.
    }{ $code ->
        [none] {""}
       *[other] {" "}To come back: { $code }.
    } Nobody may ask you for money, sex or to meet. 1 read 2 urgent 3 show my words 4 numbers 9 stop

handoff-nobody-here =
    No person can answer now. A person will be here: { $day }.
    Nobody reads before then.

    Do you want to leave words? Just write them. May we answer here, where others could see it?
    .short = No person can answer now. Next: { $day }. Nobody reads before. Write your words. May we answer here? 1 yes 2 only when I write first 4 numbers 9 no

handoff-nobody-came =
    No person could answer yet. We are sorry. You keep your place in the line.{ $duty ->
        [yes] {""}
       *[no] {" "}A person will be here: { $day }.
    }
    .short = Info: nobody could answer yet. We are sorry. You keep your place in the line.

handoff-kept =
    What you write here is kept for the person. A person will be here: { $day }.
    Nobody reads it before then.{ $code ->
        [none] {""}
       *[other] {" "}If you hide this chat, write this number to come back: { $code }
    }
    .short = Your words are kept. They are read: { $day }.{ $code ->
        [none] {""}
       *[other] {" "}To come back: { $code }.
    } For the answer send “?”. 4 help numbers 9 take my words back

handoff-relayed = We have passed on your words. A person reads them when they take your talk.
    .short = We have passed on your words. A person will read them.

handoff-raised =
    We marked it as urgent. A person can see that and take it sooner. { $duty ->
        [yes] A person is on duty.
       *[no] No person is on duty now. A person will be here: { $day }.
    }
    .short = We marked it as urgent. If it is danger, write what happens. 1 read 4 help numbers 9 stop waiting

handoff-joined =
    One of our people is in this chat now and reads what you write.

    Nobody here may ask you for money, sex or a private meeting. If someone does, end this talk and ask for another person.
    .short = One of our people is in this chat now. Nobody here may ask you for money, sex or a private meeting. To go: write HIDE or STOP

handoff-with-person =
    You are writing with a person. What you write goes to them.
    .short = You are writing with a person. To go: write HIDE or STOP

handoff-left =
    The person has ended this talk. Thank you for writing. You can ask for a person again at any time.
    .short = The person has ended the talk. Thank you. 1 a person again 2 privacy 3 menu

handoff-returned =
    The person had to leave this chat. It is not because of you. You are in the line again for another person.
    .short = The person had to go, not because of you. You are in the line again. 1 read 4 help numbers 9 stop waiting

handoff-no-person =
    All right. We ask no person. You can still write here, and you can ask again at any time.
    .short = All right, no person. You can ask at any time. 1 help numbers 2 a person 3 hide 4 menu

handoff-came-back =
    Welcome back. Here is what waited for you, if anything did.
    .short = Welcome back. 1 a person 2 hide 3 menu

# By SMS after a long silence, when others may hold the phone: lines that anybody could get.
handoff-safe-to-text = Hello! Is this a good time for a message? 1 yes 2 later
    .short = Hello! Is this a good time for a message? 1 yes 2 later
handoff-safe-code = Hello! To go on, write your number. 2 later
    .short = Hello! To go on, write your number. 2 later
handoff-later = All right. Write when it suits you.
    .short = All right. Write when it suits you.
handoff-nothing-new = Nothing new yet. You can write at any time.
    .short = Nothing new yet. You can write at any time.

complain =
    To complain about a person here

    A named person outside this desk reads complaints. The operators do not. May that person read this talk too? Your talk with the operator ends now.
    .short = Complain: a person outside the desk reads it. May they read this talk? 1 yes 2 only my words 3 menu
to-complain = Complain about a person here
choice-complain-keep = Yes, they may read this talk
choice-complain-words = Only what I write now
complained = Write now what happened. It is kept for the person outside the desk. We do not know when they read it. In danger write: help me.
    .short = Write what happened. A person outside the desk will read it. 1 hide 2 menu 9 stop
complained-kept = It is kept for the person outside the desk. You can write more.
    .short = Kept. You can write more. 1 hide 2 menu 9 stop
