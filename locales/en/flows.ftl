### The first screens, the menus, and what is said when something was not understood.
### status: draft
### The hot line signs `privacy`, `privacy-exceptions` and `who` in its own words before a real channel opens.

start =
    Салам! Здравствуйте! Hello! Salom! Салом!

    Тилди тандаңыз. Выберите язык. Choose a language. Tilni tanlang. Забонро интихоб кунед.
    .short = 1 Кыргызча 2 Русский 3 English 4 O'zbekcha 5 Ўзбекча 6 Тоҷикӣ

language = Which language do you want?
    .short = 1 Кыргызча 2 Русский 3 English 4 O'zbekcha 5 Ўзбекча (кирилл) 6 Тоҷикӣ. Latin or own letters: write LETTERS

privacy =
    Before we begin. I am a program, not a person. You do not have to say your name. We do not see your name or your number. Telegram or your phone company can see that you write here. With SMS, the phone company can see the words too.

    Only the people of this hot line can read what you write, and only when you ask for a person or are in danger. When a talk is closed, we erase it within one hour. You can also delete everything yourself at any time.
    .short = No name/number seen; phone company sees SMS. Read if asked or in danger; gone in 1h

privacy-exceptions =
    We tell police, migration offices and your family nothing, unless you ask us to. There are two exceptions: a child is in danger, or a life is in danger right now. Then we may have to get help. We never call the police against the wish of an adult. We tell you first, or as soon as it is safe.
    .short = Police, migration, family: only if you ask or life/child at risk. 1 ok 2 who

# Where no person has signed for this language yet.
words-unsigned = Nobody has checked these words in English yet. A program wrote them. If something is not clear, ask a person.
words-unsigned-offer = Nobody has checked these words in English yet. A program wrote them. You can read them in a checked language: use the buttons below.
    .short = These words are not checked yet. For other languages write: language

who =
    I am a program. My name is Safar, it means a journey. I belong to a hot line for people who work, or want to work, at home or abroad. Most answers here were written before. I am not clever like a person, and I can make mistakes.

    When you ask for a person, someone from the hot line writes with you. They are trained. They are not police, not a migration office and not an employer. Everything here is free.
    .short = I am a program. I am free. I belong to a hot line for people who work or travel. Not police. If you ask, a person writes. 1 person 2 privacy 3 menu

private =
    Could anyone else read this phone? For example a husband, a boss or a friend.

    Your answer helps me to write with care.
    .short = Could anyone else read this phone? 1 yes 2 no 3 I do not know

menu =
    What do you want to do? Press a button, or write in your own words.
    .short = 1 going abroad 2 check an offer 3 my rights at work 4 my situation 5 someone else 6 a person 7 numbers 8 privacy. Or write in your words.

going =
    Good to ask before you go. What do you want to know?
    .short = 1 before you go 2 agency 3 job offer 4 fees 5 contract 6 visa 7 questions for me 8 a person 0 back

rights =
    You have rights at any work. Also without papers. Also without a contract. Also if somebody says you do not.

    What is it about?
    .short = You have rights at any work. 1 pay 2 not paid 3 papers taken 4 debt 5 leaving 6 held by police 7 sex work 8 a person

services =
    Numbers for: { $country }. If you are somewhere else, press 1.

    Next to each number we say what it is, and if police may come or hear of it. You know best if it is safe for you to call.
    .short = Numbers: { $rescue ->
        [none] no rescue number known.
       *[other] { $rescue } rescue, police may come.
    }{ $line ->
        [none] {""}
       *[other] {" "}{ $line } not police.
    }{ $child ->
        [none] {""}
       *[other] {" "}{ $child } for children.
    } 1 other country 2 embassy 3 a place to sleep 4 lawyer 5 doctor 6 police 7 a person

services-where = Where are you now?
    .short = Where are you now? 1 Kyrgyzstan 2 Russia 3 Kazakhstan 4 Turkey 5 Emirates 6 South Korea 7 another country

services-which =
    In which country are you? Choose, or write its name.
    .short = In which country are you? Write its name. 0 back

missed =
    Sorry, I am a program and know only some words. What would you like to ask? Please use other words, or press a button.
    .short = Sorry, I am a program and know only some words. What would you like to ask? Use other words, or: 1 menu 2 a person

missed-again =
    I am sorry, I still do not understand. That is my fault, not yours. A person can help better than I can.
    .short = I still do not understand. That is my fault, not yours. 1 a person 2 help numbers 3 menu

suggest = Is it about one of these?

odd =
    I can read only written words. I did not keep what you sent. Please tell me in words.
    .short = I can read only words. I did not keep what you sent. Please write words. You can also write MENU or PERSON.

error =
    Something went wrong. Please write again.
    .short = Something went wrong. Please write again.

offer-caution =
    I cannot know if this offer is good or bad. Some things in it are worth a check before you say yes.

    You can take your time. Do not pay and do not give away your passport while you check.
    .short = I cannot know if this offer is good. Check first. Do not pay, keep your passport. 1 how to check 2 questions 3 a person 4 menu

offer-high =
    I cannot know if this offer is good or bad. Several things in it are like offers that went badly for other people. It is wise to check before you say yes.

    Please do not pay anything and do not give away your passport yet. Tell someone you trust. A person here can look at the offer with you.
    .short = Several things here went badly for others. Check first. Do not pay, keep your passport. 1 how to check 2 questions 3 a person 4 menu

assess-hard =
    Thank you for telling me. That is hard to say. It is not your fault.

    We can go on, take a break, or you can write to a person.
    .short = Thank you for telling me. It is not your fault. 1 go on 2 take a break 3 a person

assess-paused =
    We have stopped here. Take your time. Your answers wait for you.
    .short = We have stopped. Take your time. 1 go on 2 menu 3 a person
