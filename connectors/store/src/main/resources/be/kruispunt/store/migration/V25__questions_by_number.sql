-- Nothing looks for questions by who asked, and each of them had an entry here.
drop index rights_question_asker;
