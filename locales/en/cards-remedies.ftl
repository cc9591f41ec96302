### status: draft

## What can be put right afterwards, and threats. The first words name nothing.

card-compensation =
    You may be able to ask for money: unpaid wages, the cost of a doctor, and for the harm. You can ask for it also without a contract or papers. Nobody can promise that you get it. This page is of November 2026. No lawyer has checked it yet.

    Keep all you have: notes on days and hours, messages, receipts, papers from the doctor, names. Before you go home, ask a lawyer: can you go on without me? Which paper do I sign for that? How long do I have? Must I see this person again? Who will look at my papers?

    Kazakhstan has a state fund. Since July 2020 it pays once to people whom somebody sold or forced to work, when the case is recognised. Whether foreigners get it is not confirmed. For other countries we have not confirmed the rules. Somebody promises to get your money back and wants a fee first? That is a warning sign (January 2026).
    .title = Money for the harm
    .short = You may ask for unpaid pay and harm, also without a contract. Keep notes, messages, receipts. Who wants a fee first may lie. 1 numbers 2 lawyer 4 person
    .line = Keep notes and receipts. Ask a lawyer how long you have.

card-restore-documents =
    You can get your papers again. One helps to get the next. First look for any copy or photo, and the number of your passport.

    Abroad: your consulate. A certificate of return to Kyrgyzstan takes up to five working days. It can take up to ten more if they must first find out who you are (consulate, no date). At home: the service centre (TSON). They look if your passport was found, then you apply for a new one (2023). You can go to any centre, but you must come yourself (no date). A passport for travel can also be asked for in the app Tunduk (2026).

    No birth certificate, no registration, or a child without papers? These rules changed in October 2025. Then a lawyer of an aid organization can help, also in Osh. You do not have to tell the office what happened to you. Do not give originals or money to people who promise a fast way.
    .title = New papers
    .short = You can get papers again. Abroad: your consulate. At home: the service centre, or a lawyer of an aid organization. 1 numbers 2 consulate 3 lawyer 5 person
    .line = Consulate abroad, service centre (TSON) at home.

card-training-and-jobs =
    You can learn a trade without paying. You do not have to say why you came back or what happened.

    Kyrgyzstan: the employment service of your district sends people without work to free courses (October 2025). They last one to three months and end with a certificate: sewing, cooking, welding, hairdressing, computer and more. Ask which papers you need. You can do a trade already, but have no paper? A state centre of the Ministry of Education gives one after a test (November 2025). We have not confirmed what it costs.

    In Osh there is a Migrant Resource Centre (opened in 2024). An aid organization can help with study, work and papers. A person here can ask with you. Does a course cost money first and promise a job abroad? Check that offer before you pay.
    .title = Learn and find work
    .short = The employment service of your district has free courses, one to three months (Kyrgyzstan, 2025). No need to say why you came back. 1 numbers 4 person
    .line = Free courses at the employment service (2025).

card-forced-crime =
    You were made to do things under threat? It was not your choice. First talk to a lawyer or a help line, before you sign or explain anything.

    That can be: to deceive people on the internet, to carry parcels, to steal, to open bank cards, to cross a border with false papers, to bring other people. The United Nations say: people should not be punished for what they were forced to do (2021). Is this the law in your country? Ask a lawyer. The earlier you have one, the better.

    If it is safe, write down for yourself: who gave orders, what they threatened, when and where. Do not send it here. Are you held? Say: I was forced, I want a lawyer and an interpreter, I do not sign now. You may ask for your consulate. Are you still there, or do they threaten your family? Write: help me.
    .title = They made me do it
    .short = Made to do it under threat? Before you sign or explain: a lawyer. Say: I was forced, I want a lawyer. Still there? Write: help me. 1 numbers 5 person
    .line = Before you sign anything: a lawyer. It was not your choice.

card-extortion =
    It is not your fault. If you can, do not pay, and do not pay more. Who pays is mostly asked again. Do not send more pictures. If that person is near and can hurt you, your safety comes first. Write: help me.

    Do not delete the threats. Keep them where only you can see: the name, the number, the account, the day. Then stop answering and block, if that is safe for you. You need not keep the pictures, and do not send them to us. StopNCII.org helps to block your pictures on some sites. It takes a fingerprint of the picture, and the picture stays on your phone. Under 18: takeitdown.ncmec.org.

    Someone threatens to tell your family about your work? That too is blackmail, whatever your work is. Someone calls as police and wants money? Ask for the name and the office. End the call. Find the number of that office yourself. You decide whether you go to the police. A person here can think it over with you first.
    .title = Threats: money or pictures
    .short = Not your fault. Do not pay more, send no pictures. Keep the threats, then block. Someone near can hurt you? Write: help me. 1 numbers 2 phone 3 lawyer 4 person
    .line = Do not pay more, send nothing. Keep the threats.
