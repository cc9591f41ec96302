### status: draft

## No score and no verdict: each answer opens a right or a service. Force, locks and blows bring help at once.

assess-sex-work-title = My rights: questions

assess-sex-work =
    Questions: { $count }. Time: about { $minutes } min. There is no result and no judgement. Each answer shows you a right or a place to get help. Some questions are hard. You may skip any of them, and you may stop at any time.

    First look around: can anyone read this now? If so, come back later.
    .short = Questions: { $count }, about { $minutes } min. No result, no judgement. Some are hard, you may skip any. Can anyone read this? Then come back later. 1 start

assess-sex-work-result = Thank you. This is what may help you.
    .short = Thank you. This may help you, or 1 person:

ask-sex-work-police = { $index }/{ $count }. Do police stop you or want money from you?
    .short = Do police stop you or want money from you? 1 yes 2 no 3 skip
why-sex-work-police = You can prepare for such a meeting.
check-sex-work-police = Stay calm. Sign nothing that you cannot read. Write down time, place and car number. You decide if you tell anyone.
    .short = Police: sign nothing you cannot read. Write down time, place, car number.

ask-sex-work-money = { $index }/{ $count }. Does anyone take your money without your agreement?
    .short = Does anyone take your money without your agreement? 1 yes 2 no 3 skip
why-sex-work-money = What you earn is yours.
check-sex-work-money = What you earn is yours. A share that you agreed to is your own matter. Write down for yourself what was taken against your will.
    .short = What you earn is yours. Write down for yourself what was taken.

ask-sex-work-health = { $index }/{ $count }. Would you like a doctor or a test without judgement?
    .short = Would you like a doctor or a test without judgement? 1 yes 2 no 3 skip
why-sex-work-health = You have a right to a doctor like everyone.
check-sex-work-health = You choose what you tell the doctor. Ask a person here for a doctor who does not judge.
    .short = Doctor: ask a person here for one who does not judge.

ask-sex-work-papers = { $index }/{ $count }. Does anyone keep your papers, or say that you cannot leave because of a debt?
    .short = Does anyone keep your papers, or say you cannot leave because of a debt? 1 yes 2 no 3 skip
why-sex-work-papers = Papers and debts are sometimes used to hold a person.
check-sex-work-papers = Your papers should be with you. A debt does not make you anyone's property. You can leave without the papers.
    .short = Your papers should be with you. A debt does not make you anyone's property.

ask-sex-work-forced = { $index }/{ $count }. Does anyone force you to work, or to do something with a client that you do not want?
    .short = Does anyone force you to work or to do something that you do not want? 1 yes 2 no 3 skip
why-sex-work-forced = You may always say no. We ask for no details. If yes, we show help at once.
check-sex-work-forced = You may say no to anyone, at any moment. Force is violence, also at this work. It is not your fault.
    .short = You may say no at any moment. Force is violence. It is not your fault.

ask-sex-work-locked = { $index }/{ $count }. Does anyone lock you in or not let you go out?
    .short = Does anyone lock you in or not let you go out? 1 yes 2 no 3 skip
why-sex-work-locked = Nobody may lock you in. If yes, we show help at once.
check-sex-work-locked = Nobody may lock you in. You may leave, with or without your things. A person here can plan it with you.
    .short = Nobody may lock you in. A person here can plan with you how to leave.

ask-sex-work-hurt = { $index }/{ $count }. Does anyone hit you, hurt you or threaten you?
    .short = Does anyone hit you, hurt you or threaten you? 1 yes 2 no 3 skip
why-sex-work-hurt = Nobody may hurt you at any work. If yes, we show help at once.
check-sex-work-hurt = Nobody may hurt you, at any work. You can see a doctor and tell only what you want.
    .short = Nobody may hurt you. You can see a doctor and tell only what you want.

ask-sex-work-phone = { $index }/{ $count }. Could somebody else read your phone?
    .short = Could somebody else read your phone? 1 yes 2 no 3 skip
why-sex-work-phone = It helps to know how to hide this chat.
check-sex-work-phone = Hide this chat after each talk. Some traces can stay on the phone.
    .short = Phone: hide this chat after each talk. Some traces can stay.
