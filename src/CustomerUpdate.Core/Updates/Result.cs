using System.Diagnostics.CodeAnalysis;

namespace CustomerUpdate.Core.Updates;

/// <summary>A value, or the failure that took its place. Failures are values here: nothing a caller can provoke is an exception.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Result<T>
{
    private readonly T? value;
    private readonly Failure? failure;

    private Result(T? value, Failure? failure)
    {
        this.value = value;
        this.failure = failure;
    }

    /// <summary>True with the failure, or false with the value.</summary>
    public bool TryFailure([NotNullWhen(false)] out T? success, [NotNullWhen(true)] out Failure? failed)
    {
        success = value;
        failed = failure;
        return failure is not null;
    }

    /// <summary>What one of two functions makes of the value or of the failure.</summary>
    public TResult Match<TResult>(Func<T, TResult> success, Func<Failure, TResult> failed) =>
        failure is null ? success(value!) : failed(failure);

    /// <summary>A value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A failure.</summary>
    public static implicit operator Result<T>(Failure failure) => new(default, failure);
}
