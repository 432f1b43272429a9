using Spectre.Console;

namespace CustomerUpdate.Api.CommandLine;

/// <summary>How far a verb has come: a bar on a terminal, elsewhere a line for each 1,000 records. Always on the error output.</summary>
internal abstract class RecordProgress
{
    private const int LineEvery = 1_000;

    /// <summary>Shows the progress of some work.</summary>
    /// <param name="title">What is done.</param>
    /// <param name="error">The error output, where it is no terminal.</param>
    /// <param name="work">The work, which reports.</param>
    public static Task RunAsync(string title, TextWriter error, Func<RecordProgress, Task> work)
    {
        if (Console.IsErrorRedirected)
        {
            return work(new Lines(title, error));
        }

        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(bars => work(new Bar(title, terminal, bars.AddTask(title))));
    }

    /// <summary>Says how far the work has come.</summary>
    /// <param name="records">How many records are done.</param>
    /// <param name="share">How much of all that is, between 0 and 1; null where nobody knows.</param>
    public abstract void Report(long records, double? share);

    /// <summary>Says something beside the progress.</summary>
    public abstract void WriteLine(string text);

    private sealed class Lines(string title, TextWriter error) : RecordProgress
    {
        public override void Report(long records, double? share)
        {
            if (records % LineEvery == 0)
            {
                error.WriteLine(share is { } known ? $"{title}: {records} records, {known:P0}" : $"{title}: {records} records");
            }
        }

        public override void WriteLine(string text) => error.WriteLine(text);
    }

    private sealed class Bar(string title, IAnsiConsole terminal, ProgressTask task) : RecordProgress
    {
        public override void Report(long records, double? share)
        {
            task.Description = $"{title}, {records} records";
            task.IsIndeterminate = share is null;
            task.Value = task.MaxValue * (share ?? 0);
        }

        public override void WriteLine(string text) => terminal.WriteLine(text);
    }
}
