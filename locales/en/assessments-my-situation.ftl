### status: draft

## Work and life now. The bands choose help; they name no outcome.

assess-my-situation-title = My situation now: questions

assess-my-situation =
    Questions: { $count }. Time: about { $minutes } min. Then you choose: more questions, or finish. They are about your work and your life now. Some questions are hard. You may skip any of them, and you may stop at any time.

    First look around: can anyone read this now? If so, come back later. If you are in danger now, do not wait. Write: help me.
    .short = Questions: { $count }, about { $minutes } min. Some are hard, you may skip any. Can anyone read this now? Then come back later. In danger? Write: help me. 1 start

assess-my-situation-result = Thank you. The questions are over.
    .short = Thank you. The questions are over.

assess-my-situation-band-low =
    Thank you for your answers. Your answers are not enough to say you are safe. A person can still help.

    You can do now: write to a person here. One step: tell someone you trust where you are. You can hide this chat at any time.
    .short = Your answers are not enough to say you are safe. A person can still help. Tell someone you trust where you are. 1 person

assess-my-situation-band-low-early =
    Thank you for your answers. These few answers are not enough to say you are safe. More questions would tell more. A person can help now, also without them.

    You can do now: write to a person here. One step: tell someone you trust where you are. You can hide this chat at any time.
    .short = These few answers are not enough to say you are safe. More questions would tell more. A person can help now. 1 person 2 more questions

assess-my-situation-band-some =
    Thank you for your answers. Some things that you told us should not happen at work. It is not your fault. A person can think with you about what to do.

    You can do now: write to a person here. One step: tell someone you trust where you are. You can hide this chat at any time.
    .short = Some things you told us should not happen at work. It is not your fault. A person can help. Tell someone you trust where you are. 1 person

assess-my-situation-band-many =
    Thank you for telling us. Many things that you told us are serious and should not happen to anyone. It is not your fault. You may write to a person now, with or without papers.

    You can do now: write to a person here. One step: tell someone you trust where you are. You can hide this chat at any time.
    .short = What you told us is serious. It is not your fault. A person can help, with or without papers. Tell someone you trust where you are. 1 person


ask-my-situation-promise = { $index }/{ $count }. Is the work, the place or the boss different from what they promised you?
    .short = Is the work, the place or the boss different from what they promised? 1 yes 2 no 3 skip
why-my-situation-promise = When the work is not the one they promised, it is not your fault.

ask-my-situation-pay = { $index }/{ $count }. Do they pay you nothing or almost nothing, although they promised more?
    .short = Do they pay you nothing or almost nothing, although they promised more? 1 yes 2 no 3 skip
why-my-situation-pay = You should be paid for your work. Some hold back the pay so that a person stays.

ask-my-situation-hours = { $index }/{ $count }. Do you work very long hours, almost without days off?
    .short = Do you work very long hours, almost without days off? 1 yes 2 no 3 skip
why-my-situation-hours = Very long work without rest harms the body. You need sleep and days off.

ask-my-situation-papers = { $index }/{ $count }. Does someone else keep your passport or papers and not give them to you?
    .short = Does someone keep your passport or papers and not give them to you? 1 yes 2 no 3 skip
why-my-situation-papers = Papers are sometimes kept so that a person cannot leave.

ask-my-situation-way = { $index }/{ $count }. On the way to this work, did anyone use force to make you go on?
    .short = On the way to this work, did anyone use force on you? 1 yes 2 no 3 skip
why-my-situation-way = Nobody may take a person to work by force.

ask-my-situation-debt = { $index }/{ $count }. Do they say: first work off the debt for the trip or the job, then you may leave?
    .short = Do they say you may not leave until you work off a debt for the trip? 1 yes 2 no 3 skip
why-my-situation-debt = Nobody should be held by a debt. A debt does not make you anyone's property.

ask-my-situation-locked = { $index }/{ $count }. Are you locked in, or watched so that you cannot go out alone?
    .short = Are you locked in, or watched so that you cannot go out alone? 1 yes 2 no 3 skip
why-my-situation-locked = Nobody may lock you in. If yes, we show help at once.

ask-my-situation-need = { $index }/{ $count }. When you agreed to this work, did you need money so much that you could not say no?
    .short = When you agreed, did you need money so much that you could not say no? 1 yes 2 no 3 skip
why-my-situation-need = Some look for people in need, because it is hard for them to say no. Need is no fault.

ask-my-situation-threats = { $index }/{ $count }. Does anyone threaten you or your family?
    .short = Does anyone threaten you or your family? 1 yes 2 no 3 skip
why-my-situation-threats = A threat is meant to make you stay silent. If yes, we show help at once.

ask-my-situation-violence = { $index }/{ $count }. Does anyone hit you or hurt you, or touch you when you do not want it?
    .short = Does anyone hit you or hurt you, or touch you when you do not want it? 1 yes 2 no 3 skip
why-my-situation-violence = Nobody may hurt you. We ask for no details. If yes, we show help at once.

ask-my-situation-arranged = { $index }/{ $count }. Did one person arrange everything, because you did not know how to travel and work there?
    .short = Did one person arrange everything, because you did not know how to travel there? 1 yes 2 no 3 skip
why-my-situation-arranged = When one person arranges everything, it is hard to check and hard to turn back.

ask-my-situation-living = { $index }/{ $count }. Do you think about not wanting to live?
    .short = Do you think about not wanting to live? 1 yes 2 no 3 skip
why-my-situation-living = When life is very hard, such thoughts may come. You are not alone with them. If yes, we show help at once.

ask-my-situation-far = { $index }/{ $count }. Are the language and the place strange to you, and do you need the boss for food and a room?
    .short = Is the place strange to you, and do you need the boss for food and a room? 1 yes 2 no 3 skip
why-my-situation-far = When everything depends on one person, it is hard to leave. There are people who help in your language.

ask-my-situation-status = { $index }/{ $count }. Are you afraid to go to an office or to the police because of your papers?
    .short = Are you afraid to go to an office or to the police because of your papers? 1 yes 2 no 3 skip
why-my-situation-status = This fear is often used to keep people silent. Here you do not have to show papers.
