-- As with the causes of dead letters. An error that lasts is noted again, without content.
update readmodel.version set last_error = null where last_error is not null;
update readmodel.rebuild set failure = 'It failed.' where failure is not null;
