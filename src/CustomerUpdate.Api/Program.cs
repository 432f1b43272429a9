using CustomerUpdate.Api.CommandLine;

return await CustomerUpdateCommand.RunAsync(args);
