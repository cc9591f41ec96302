### status: draft

## Cards for people who have trouble at work or with papers.

card-wages =
    Write down every day: how many hours you worked, how much you were paid, how much was taken off. Keep it where only you can see it.

    Ask: how much do I get, on which day, what is taken off and why? Ask by message, so that the answer stays. Keep messages and receipts.

    Pay that is held back and very long hours are among the signs of forced labour (International Labour Organization, 2012). If this happens to you, it is not your fault. A person here can help.
    .title = Pay and hours
    .short = Write down every day: hours, pay, what was taken off. Keep it where only you can see it. Keep receipts. 1 numbers 2 not paid 4 person
    .line = Write down hours and pay every day.

card-wage-theft =
    Now: write down the days and hours you worked. Write how much was promised and how much was paid. Write the names and the address. Keep all messages. Take photos only if nobody sees it.

    You did the work. You can ask for help with your pay, also without a contract or papers. Before you complain to an office, ask a person here: will the office look at my papers too?

    Are you afraid of the boss? Then do not ask for the money alone. First write to a person here. If someone hurts you or does not let you go, write: help me.
    .title = I am not paid
    .short = Write down days, hours, promised pay, names, address. Keep messages. If you fear the boss, do not ask alone. 1 numbers 4 lawyer 6 person
    .line = Write down hours and promised pay. Keep messages.

card-documents-held =
    First: is it safe to ask for your passport? If you are afraid, do not ask alone. Write to a person here. If someone hurts you or does not let you go, write: help me.

    If it is safe, ask for it by message, so that a trace stays. Do not sign a paper to get it back if you cannot read it. Look for a photo or a copy of your passport. Write down its number.

    You can leave without your passport. Your life is more important. The consulate can tell you how to get a paper for the way home. You do not need the boss for that.
    .title = Someone keeps my passport
    .short = Afraid? Do not ask for your passport alone. You can leave without it. Ask the consulate for a paper for the way home. 1 numbers 4 person
    .line = You can leave without the passport. Ask the consulate.

card-debt-bondage =
    Do not take a new debt. If it is safe, do not sign new papers. Write down for yourself: what sum they named first, how much you have worked off, what they added.

    To be held by a debt is one of the signs of forced labour (International Labour Organization, 2012). A debt does not make you anyone's property. It is not your fault.

    They may say: bring other people and you are free. Talk to a person here first. Do they threaten you or your family, or not let you go? Write: help me.
    .title = I must work off a debt
    .short = Take no new debt. Write down the first sum. A debt does not make you anyone's property. Threats? Write: help me. 1 numbers 4 person
    .line = A debt does not make you anyone's property.

card-leaving-the-job =
    Are you locked in, or does someone hurt you? Write: help me. Do not tell the boss that you want to leave if you are afraid.

    If you can walk out: choose a time when nobody watches you. Take your papers, phone, charger, money and medicine. If you cannot take something, leave it. Tell one person you trust where you are going.

    If you can wait, first ask a person here: does my visa depend on this boss? Where can I sleep? How do I ask for my pay later? If it is safe, write down the hours that were not paid.
    .title = I want to leave this job
    .short = Locked in or hurt? Write: help me. If you can walk out: take papers, phone, money, medicine. Tell someone you trust where you go. 4 a place 6 person
    .line = Take papers, phone, money. Tell someone you trust.

card-detention-and-police =
    Stay calm. Do not run and do not fight. Do not sign a paper that you cannot read, also not a contract with the army. Say: I need an interpreter and a lawyer.

    Ask to call your consulate and someone close to you. Say where you are. Remember or write down the name of the place, the time and the name of the officer.

    Did someone force you to break the law? Tell your lawyer. The UN office on crime (UNODC) says: people should not be punished for what they were forced to do. Whether the law says so in every country is not confirmed.
    .title = If I am held or arrested
    .short = Do not run, do not fight. Do not sign what you cannot read. Ask for an interpreter, a lawyer, a call to your consulate. 1 numbers 3 lawyer 6 person
    .line = Sign nothing you cannot read. Ask for an interpreter.

card-lost-documents =
    Look for a photo or a copy of the paper: in your phone, in your mail, with your family. The number of the passport helps.

    Abroad: call your consulate. Ask what to bring and how to get a paper for the way home. Ask first: do I need a paper from the police? At home: a lawyer of an aid organization can help you get papers again.

    If someone took the papers and does not give them back, read "Someone keeps my passport".
    .title = I lost my papers
    .short = Look for a photo or copy: phone, mail, family. Abroad call your consulate: what must I bring, how do I get home? 1 numbers 2 consulate 5 person
    .line = Look for a copy. Abroad call your consulate.

card-embassy =
    Call before you go there. Say: I am a citizen of ..., I am in the city of ..., I need help with ... You may call without the boss.

    The consulate can help with a lost passport, with the way home, after an arrest. Kyrgyzstan has no embassy in Thailand and Myanmar (reports of 2025). Then write to a person here and look for another way together.

    A consulate is a state office. If you are afraid to go there, first ask a person here.
    .title = Embassy and consulate
    .short = Call the consulate before you go there. Say who you are, where you are and what you need. Afraid of a state office? Ask a person. 1 numbers 3 person
    .line = Call first: who you are, where, what you need.
