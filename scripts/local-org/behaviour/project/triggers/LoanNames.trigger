trigger LoanNames on Loan__c(after insert) {
    List<Loan__c> named = new List<Loan__c>();
    for (Loan__c loan : Trigger.new) {
        if (loan.Name.startsWith('a0')) {
            named.add(new Loan__c(Id = loan.Id, Name = 'Interest ' + loan.Interest__c));
        }
    }
    update named;
}
