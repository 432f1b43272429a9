namespace CustomerUpdate.Faults;

/// <summary>What came of a scenario.</summary>
/// <param name="Writers">What was sent and answered.</param>
/// <param name="Faults">How many faults there were.</param>
internal sealed record Report(Writers Writers, int Faults)
{
    /// <summary>Acknowledged writes that are missing.</summary>
    public int Lost { get; private set; }

    /// <summary>Writes that are there more than once.</summary>
    public int Doubled { get; private set; }

    /// <summary>Writes that were never acknowledged, and yet are there.</summary>
    public int WrittenUnanswered { get; private set; }

    /// <summary>Customers whose versions have gaps or doubles, or are not as many as their state says.</summary>
    public int Uneven { get; private set; }

    /// <summary>All versions together.</summary>
    public int Versions { get; private set; }

    /// <summary>What else was wrong.</summary>
    public List<string> Also { get; } = [];

    /// <summary>Looks at what is stored after all of it.</summary>
    public static async Task<Report> OfAsync(Workplace workplace, Writers writers, int faults)
    {
        var report = new Report(writers, faults);
        var written = new Dictionary<string, int>();
        foreach (var subject in workplace.Subjects)
        {
            var history = await workplace.HistoryOfAsync(subject);
            var isEven = history.Select(version => version.Version).SequenceEqual(Enumerable.Range(1, history.Count).Select(number => (long)number).Reverse())
                && history.Count == await workplace.VersionOfAsync(subject);
            report.Uneven += isEven ? 0 : 1;
            report.Versions += history.Count;
            foreach (var (_, requestId) in history)
            {
                written[requestId] = written.GetValueOrDefault(requestId) + 1;
            }
        }

        report.Lost = writers.Acknowledged.Keys.Count(name => !written.ContainsKey(name));
        report.Doubled = writers.Acknowledged.Keys.Concat(writers.Unknown.Keys).Count(name => written.GetValueOrDefault(name) > 1);
        report.WrittenUnanswered = writers.Unknown.Keys.Count(written.ContainsKey);
        return report;
    }

    /// <summary>Throws where a promise was broken.</summary>
    public void ThrowIfBroken()
    {
        List<string> broken = [.. Also];
        broken.AddRange(new[]
        {
            (Lost, "acknowledged writes are lost"), (Doubled, "writes are there twice"), (Uneven, "customers have uneven histories"), (Writers.Hung, "requests hung"),
            (Writers.Acknowledged.IsEmpty ? 1 : 0, "scenario acknowledged nothing"), (Faults == 0 ? 1 : 0, "scenario had no fault"),
        }.Where(count => count.Item1 > 0).Select(count => $"{count.Item1} {count.Item2}"));
        if (broken.Count > 0)
        {
            throw new InvalidOperationException(string.Join("; ", broken));
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var refusals = string.Join(", ", Writers.Refusals.OrderBy(refusal => refusal.Key).Select(refusal => $"{refusal.Value} × {refusal.Key}"));
        return $"{Faults} faults; {Writers.Acknowledged.Count} acknowledged, {Writers.Unknown.Count} given up (of which {WrittenUnanswered} are written); "
            + $"{Lost} lost, {Doubled} twice, {Uneven} uneven histories of {Versions} versions, {Writers.Hung} hung; refused meanwhile: {(refusals.Length == 0 ? "none" : refusals)}";
    }
}
