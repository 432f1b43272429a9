namespace CustomerUpdate.Core.Customers;

/// <summary>
/// A member of a request or of a change, which is absent, a value (null among them), or something of the wrong type.
/// Absent and null are two things, end to end: absent leaves the stored value alone, null clears it.
/// </summary>
/// <typeparam name="T">The type of the value; nullable where null is a legal value.</typeparam>
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    private readonly State state;
    private readonly T value;
    private readonly object? received;

    private Optional(State state, T value, object? received)
    {
        this.state = state;
        this.value = value;
        this.received = received;
    }

    private enum State : byte
    {
        Absent,
        Present,
        Mistyped,
    }

    /// <summary>Nothing was sent. The same as <c>default</c>.</summary>
    public static Optional<T> Absent => default;

    /// <summary>True where nothing was sent.</summary>
    public bool IsAbsent => state == State.Absent;

    /// <summary>True where a value of the right type was sent, null among them.</summary>
    public bool IsPresent => state == State.Present;

    /// <summary>True where something of the wrong type was sent; <see cref="Received"/> holds it.</summary>
    public bool IsMistyped => state == State.Mistyped;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">Nothing, or something of the wrong type, was sent.</exception>
    public T Value => IsPresent ? value : throw new InvalidOperationException("There is no value.");

    /// <summary>What was sent in place of a value of the right type, as it came; null otherwise.</summary>
    public object? Received => received;

    /// <summary>A value that was sent.</summary>
    public static Optional<T> Of(T value) => new(State.Present, value, null);

    /// <summary>Something of the wrong type that was sent, kept so that a validator can report every such member at once.</summary>
    public static Optional<T> Mistyped(object received) => new(State.Mistyped, default!, received);

    /// <summary>The value, or <paramref name="fallback"/> where there is none.</summary>
    public T Or(T fallback) => IsPresent ? value : fallback;

    /// <summary>The same with another value; absent stays absent.</summary>
    public Optional<TResult> Select<TResult>(Func<T, TResult> selector) =>
        IsPresent ? Optional<TResult>.Of(selector(value)) : Optional<TResult>.Absent;

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) =>
        state == other.state && EqualityComparer<T>.Default.Equals(value, other.value) && Equals(received, other.received);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(state, value, received);

    /// <summary>The state, never the value: what is printed may end in a log.</summary>
    public override string ToString() => state.ToString();

    /// <summary>Whether two are the same.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether two differ.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <summary>A value that was sent.</summary>
    public static implicit operator Optional<T>(T value) => Of(value);
}
