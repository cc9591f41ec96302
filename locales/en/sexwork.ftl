### The inner door: its own words. No judgement, no guess about how someone came to the work.
### status: draft
### The hot line signs the promise about police before a real channel opens.

sexwork =
    Your work is your own matter. Police, migration offices and your family get nothing from us about you. You do not need to give a name. You do not need to stop working to get help.

    We do not judge and do not guess. Here you can read about your rights, your safety and police, answer questions for yourself, or write to a person.
    .short = Your work is your own matter. Police get nothing from us. No name needed. 1 my rights 2 safety 3 police 4 tests 5 questions 6 a person 7 hide
