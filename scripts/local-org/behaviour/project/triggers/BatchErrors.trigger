trigger BatchErrors on BatchApexErrorEvent(after insert) {
    List<Account> heard = new List<Account>();
    for (BatchApexErrorEvent event : Trigger.new) {
        heard.add(
            new Account(
                Name = 'Event ' + event.Phase + ' ' + event.ExceptionType,
                Description = event.Message + ' ' + event.JobScope
            )
        );
    }
    insert heard;
}
