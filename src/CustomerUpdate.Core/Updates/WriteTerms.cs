namespace CustomerUpdate.Core.Updates;

/// <summary>How a write is carried out, whatever it writes.</summary>
/// <typeparam name="T">What the write results in.</typeparam>
public sealed record WriteTerms<T>
{
    /// <summary>Carried out, and nothing kept of the answer.</summary>
    public static WriteTerms<T> Plain { get; } = new();

    /// <summary>Whether to answer what would come of it, and to write nothing.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>The answer to keep in the same transaction as what is written; null for none.</summary>
    public AnswerToKeep<T>? Keep { get; init; }

    /// <summary>The same for a step of the write that has another result, of which no answer is kept.</summary>
    public WriteTerms<TStep> ForStep<TStep>() => new() { IsDryRun = IsDryRun };

    /// <summary>The same for a step after which nothing is left to do: the answer is kept together with what that step writes.</summary>
    /// <param name="result">The result of the write, made of the step's.</param>
    public WriteTerms<TStep> ForLastStep<TStep>(Func<TStep, T> result) => new()
    {
        IsDryRun = IsDryRun,
        Keep = Keep is { } keep ? new AnswerToKeep<TStep>(keep.Request, step => keep.Of(result(step))) : null,
    };
}

/// <summary>An answer that does not exist before the write has a result, and is kept together with it.</summary>
/// <typeparam name="T">What the write results in.</typeparam>
/// <param name="Request">Whose answer it is.</param>
/// <param name="Of">The answer to a result. May be asked for several times while a commit is tried again; the last one counts.</param>
public sealed record AnswerToKeep<T>(IdempotentRequest Request, Func<T, KeptAnswer> Of);
