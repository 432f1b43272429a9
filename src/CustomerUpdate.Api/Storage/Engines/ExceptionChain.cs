namespace CustomerUpdate.Api.Storage.Engines;

/// <summary>Finds the engine's own exception in what EF Core wraps around it, which depends on where it happened.</summary>
internal static class ExceptionChain
{
    /// <summary>The first exception of a type among an exception and its causes, or null.</summary>
    public static T? Find<T>(Exception? exception)
        where T : Exception
    {
        while (exception is not (null or T))
        {
            exception = exception.InnerException;
        }

        return exception as T;
    }
}
