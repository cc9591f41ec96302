### status: draft

## Cards for people in trouble at work, at home or far from home.
## The first words name nothing: whoever glances at the phone must not read what it is about.

card-working-hours =
    Write down every day: when you began, when you stopped, which breaks you had. Write down the days without rest too. Keep it where only you can see it.

    The International Labour Organization says: a normal week has no more than 48 hours. Each week has one whole day of rest (rules of 1919 and 1921, for industry). For more hours, the pay should be higher. We have not confirmed what the law of each country says.

    Very long hours without rest are among the signs of forced labour (International Labour Organization, 2012). It is not your fault. If you are afraid of the boss, do not ask for rest alone. First write to a person here.
    .title = Working hours and rest
    .short = Write down every day: begin, end, breaks. Only you should see it. ILO: a normal week is 48 hours at most, one day of rest. 1 numbers 2 pay 4 person
    .line = Write down every day when you begin and end.

card-accident-at-work =
    First a doctor. Tell the doctor that it happened at work, and how. Is a life in danger? Call the rescue number of the country. You find it under "Phone numbers".

    When you can, write down the day, the hour, the place, the name of the employer and who saw it. Take photos only if it is safe. Keep each paper from the doctor, or a photo of it.

    They may ask you to sign that it happened at home. Do not sign what is not true or what you cannot read. You can ask for help with treatment and pay, also without a contract. Rules are different in each country. A person here can help you find a lawyer.
    .title = Hurt at work
    .short = First a doctor. Say it happened at work. Write down day, place, who saw it. Keep papers. Sign nothing untrue. 1 numbers 2 doctor 3 lawyer 4 person
    .line = First a doctor. Say that it happened at work.

card-health =
    You may see a doctor, and you choose what to tell. Is a life in danger? Call the rescue number of the country. You find it under "Phone numbers".

    Take someone you trust to translate, not the boss. Before a test you may ask: who will see the result? Do you have to tell another office about me? Keep receipts and the names of your medicines.

    Did someone force you to have sex? It is not your fault. See a doctor as soon as you can. There is medicine that protects from HIV. It must be started within 72 hours (three days). Are you pregnant or ill, and afraid to go? A person here can look for a doctor who does not judge.
    .title = Doctor and medicine
    .short = You choose what to tell a doctor. Take someone you trust to translate, not the boss. Who sees your test? 1 numbers 2 tests 3 pregnancy 6 person
    .line = You choose what to tell a doctor.

card-victim-rights =
    If somebody forced you or lied to you about the work, it is not your fault. It does not matter that you agreed at first. Help here does not depend on whether you talk to the police.

    No lawyer has checked this yet. Kyrgyzstan (source of 2012): your own statement is enough for a free place to stay for ten days. While your case is looked at, you can ask for longer. Small offences that others made you commit are not punished (report of 2022). Kazakhstan: help with any citizenship (news of 2026). Russia: no state line or service for this (report of 2025). There, first ask your consulate or a person here. How it works today is not confirmed.

    You may ask everyone who helps you: who will read my words? What happens if I say no? Can I stop? Ask for an interpreter and for a woman or a man, as you like.
    .title = My right to get help
    .short = Forced or lied to? It is not your fault. A lawyer has not checked our notes on the law (2012-2026). 1 numbers 2 lawyer 3 place to sleep 5 person
    .line = Not your fault. Our notes on law: 2012 to 2026.

card-legal-aid =
    You can ask a lawyer also without money, without a contract and without papers. Write to a person here: they can look for a lawyer with you.

    Kyrgyzstan: the Legal Aid Service of the Ministry of Justice has free lawyers for people with little money. Foreigners can ask too (news of June 2025). An aid organization may have its own lawyer.

    Before you tell your story, ask: is it free? Whom do you tell? Do you work for my boss? Take papers, messages, photos and your notes with you. Do not give away originals. Do not sign what you cannot read.
    .title = Help of a lawyer
    .short = You can ask a lawyer without money or papers. First ask: is it free, whom do you tell? Do not give away originals. 1 numbers 2 not paid 4 person
    .line = Ask first: is it free, and whom do you tell?

card-shelter =
    Do you need a place to sleep tonight? Write to a person here, or look under "Phone numbers". We do not write addresses here. So nobody can use this chat to look for you.

    Kyrgyzstan: there are 17 centres for people who are hurt at home (news of March 2026). Some have rooms, but they have little money. There are few places for men and for children (report of 2025). So ask first if there is a place. In Moscow the embassy opened rooms for women with children (news of 2023). Whether they are open today is not confirmed.

    Ask before you go: is it free? Can my child come? Can I keep my phone? Can I leave when I want? Must I talk to the police? Nobody may ask you for money, sex or work for a bed.
    .title = A place to sleep
    .short = Need a place tonight? Ask a person. We write no addresses, so nobody finds you. Nobody may ask sex or money for a bed. 1 numbers 4 person
    .line = Ask a person for a place. We write no addresses.

card-violence-at-home =
    It is not your fault, whatever they say. Is someone hurting you now? Write: help me. You know best what is safe and when.

    If you can, prepare quietly. Give someone you trust a copy of your papers, some money, a key and medicine. Agree on one word with a neighbour. It means: come, or call for help. Think which door you can use. Hide this chat after each talk.

    If you want to leave, first make a plan with a person here. Choose a time when nobody watches you. Kyrgyzstan: the police can give a protection order. For some it helped, for others not (news of January 2026). The police come then. You decide. You can first ask a person here.
    .title = Trouble at home
    .short = It is not your fault. Hurt now? Write: help me. Prepare quietly: papers, money, key with a friend. 1 numbers 2 a place 3 phone 7 person
    .line = It is not your fault. You know best what is safe.

card-going-home =
    You may go home. You do not need the permission of the boss. Without a passport: a consulate of Kyrgyzstan can give you a certificate of return. It is a paper for the way home (page of a consulate, no date). Ask which photos and papers they need.

    No money for a ticket? Ask the consulate and a person here. We cannot promise a ticket. Do not borrow from the boss or from the one who brought you. Did you stay too long in the country? Before the trip, ask: is there a fine, is there a ban?

    Tell someone you trust when you arrive. Are you afraid of someone there? Tell a person here before you travel. At home you do not have to tell anyone what happened. An aid organization may help with papers, study and work.
    .title = The way home
    .short = You may go home without the boss. No passport? Ask your consulate for a certificate of return. 1 numbers 2 consulate 3 lost papers 7 person
    .line = No passport? Ask for a certificate of return.

card-online-jobs-and-scam-centres =
    Do not fly yet. An online job in Asia with a free ticket is a warning sign. In reports of 2025, people were called to Thailand and taken to Myanmar. There they had to deceive others on the internet. Money was asked to let them go. Eight of them were from Kyrgyzstan.

    Ask: what is the name of the company, where will I sleep, which visa do I get? Can I go home on any day? Do not cross a border away from the border post. Leave the address and a secret word with your family.

    Are you there already? Write only when nobody watches you. You are not to blame for what you are forced to do. Kyrgyzstan had no embassy in Thailand and Myanmar in 2025; diplomats of Kazakhstan and Uzbekistan helped. Do not pay before you speak with a person here. In danger? Write: help me.
    .title = Online job abroad
    .short = Do not fly yet. Online job in Asia and a free ticket: a warning sign. There already? Write when nobody watches. 1 numbers 3 consulate 5 person
    .line = Online job and a free ticket: check before you fly.

card-children =
    Keep the birth certificate and the passport of the child with you. Take a photo of them. Leave a copy with someone you trust.

    You go and the child stays? Choose one adult whom the child trusts. Give that adult copies, money, medicine and the number of the doctor and the school. Agree with the child on a secret word and on days for calls. You go together? Ask before the trip: do I need a paper from the other parent?

    School or papers for a child: ask a person here, also if you have no papers yourself. A child was born abroad? Ask your consulate which papers are needed. If a child is hurt or in danger, write: help me.
    .title = My child
    .short = Keep the papers of the child with you, a copy with someone you trust. Child in danger? Write: help me. 1 numbers 2 home 3 Russia 5 person
    .line = Keep the child's papers with you, and a copy.

card-minors =
    You can write here. We never send you away, and we never say: go to your parents first. A trained person can write with you.

    Work: the International Labour Organization says, in general not before 15. Dangerous work not before 18 (rule of 1973). In each country the law may be different. We have not confirmed it. You may say no.

    Does someone hurt you, force you, or keep your money or your papers? It is not your fault. Do not send them pictures of yourself, and none to us. The law may make us tell the people who protect children. We tell you first, or as soon as it is safe. There may be a line for children under "Phone numbers". In danger now? Write: help me.
    .title = I am under 18
    .short = You can write here. We never send you away. If someone hurts or forces you, it is not your fault. Danger? Write: help me. 1 numbers 4 person
    .line = You can write here. We never send you away.
