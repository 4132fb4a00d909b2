using System.Reflection;

namespace Estaleiro.Gherkin.BoDi;

/// <summary>The container of a run, a feature or a scenario. Safe for parallel features, which share the run's.</summary>
internal sealed class ObjectContainer : IObjectContainer
{
    private readonly ObjectContainer? parent;
    private readonly string scope;
    private readonly Lock gate = new();
    private readonly Dictionary<(Type Type, string? Name), Registration> registrations = [];
    private readonly Dictionary<Type, object> created = [];
    private readonly List<object> owned = [];
    private bool disposed;

    public ObjectContainer(string scope, ObjectContainer? parent = null)
    {
        this.scope = scope;
        this.parent = parent;
        registrations[(typeof(IObjectContainer), null)] = new Registration(_ => this) { Instance = this };
    }

    public void RegisterTypeAs<TType, TInterface>(string? name = null)
        where TType : class, TInterface =>
        Register(typeof(TInterface), name, new Registration(path => CreateOnce(typeof(TType), path)));

    public void RegisterInstanceAs<TInterface>(TInterface instance, string? name = null, bool dispose = false)
        where TInterface : class =>
        RegisterInstanceAs(instance, typeof(TInterface), name, dispose);

    public void RegisterInstanceAs(object instance, Type interfaceType, string? name = null, bool dispose = false)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(interfaceType);
        lock (gate)
        {
            Register(interfaceType, name, new Registration(_ => instance) { Instance = instance });
            if (name is null)
            {
                created[instance.GetType()] = instance;
            }

            if (dispose)
            {
                owned.Add(instance);
            }
        }
    }

    public void RegisterFactoryAs<TInterface>(Func<IObjectContainer, TInterface> factoryDelegate, string? name = null) =>
        Register(typeof(TInterface), name, new Registration(_ => Own(factoryDelegate(this)!)));

    public void RegisterFactoryAs<TInterface>(Func<TInterface> factoryDelegate, string? name = null) =>
        RegisterFactoryAs(_ => factoryDelegate(), name);

    public T Resolve<T>() => (T)Resolve(typeof(T), null, []);

    public T Resolve<T>(string? name) => (T)Resolve(typeof(T), name, []);

    public object Resolve(Type typeToResolve, string? name = null) => Resolve(typeToResolve, name, []);

    public IEnumerable<T> ResolveAll<T>()
        where T : class
    {
        var names = new HashSet<string?>();
        for (var container = this; container is not null; container = container.parent)
        {
            lock (container.gate)
            {
                names.UnionWith(container.registrations.Keys.Where(key => key.Type == typeof(T)).Select(key => key.Name));
            }
        }

        return names.Select(name => Resolve<T>(name)).ToArray();
    }

    public bool IsRegistered<T>(string? name = null) => IsRegistered(typeof(T), name);

    public bool IsRegistered(Type type, string? name = null) => Find(type, name) is not null;

    /// <summary>Disposes what this container made, youngest first; goes on after an error and throws the errors together.</summary>
    public async Task EndAsync()
    {
        object[] toDispose;
        lock (gate)
        {
            if (disposed)
            {
                return;
            }

            disposed = true;
            toDispose = owned.AsEnumerable().Reverse().Distinct(ReferenceEqualityComparer.Instance).ToArray()!;
        }

        var errors = new List<Exception>();
        foreach (var instance in toDispose)
        {
            try
            {
                switch (instance)
                {
                    case IAsyncDisposable asyncDisposable:
                        await asyncDisposable.DisposeAsync();
                        break;
                    case IDisposable disposable:
                        disposable.Dispose();
                        break;
                }
            }
            catch (Exception error)
            {
                errors.Add(error);
            }
        }

        Errors.Throw(errors);
    }

    private void Register(Type type, string? name, Registration registration)
    {
        lock (gate)
        {
            if (registrations.TryGetValue((type, name), out var existing) && existing.Resolved)
            {
                throw new ObjectContainerException($"{Describe(type, name)} was resolved in the {scope} already; register it earlier.");
            }

            registrations[(type, name)] = registration;
        }
    }

    private (ObjectContainer Owner, Registration Registration)? Find(Type type, string? name)
    {
        for (var container = this; container is not null; container = container.parent)
        {
            lock (container.gate)
            {
                if (container.registrations.TryGetValue((type, name), out var registration))
                {
                    return (container, registration);
                }
            }
        }

        return null;
    }

    private object Resolve(Type type, string? name, Type[] path)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (Find(type, name) is var (owner, registration))
        {
            lock (owner.gate)
            {
                registration.Resolved = true;
                return registration.Instance ??= registration.Create(path);
            }
        }

        if (name is not null)
        {
            throw new ObjectContainerException($"{Describe(type, name)} is not registered in the {scope}.");
        }

        return CreateOnce(type, path);
    }

    private object CreateOnce(Type type, Type[] path)
    {
        lock (gate)
        {
            if (!created.TryGetValue(type, out var instance))
            {
                instance = Own(Create(type, path));
                created[type] = instance;
            }

            return instance;
        }
    }

    private object Own(object instance)
    {
        lock (gate)
        {
            owned.Add(instance);
        }

        return instance;
    }

    private object Create(Type type, Type[] path)
    {
        var route = string.Join(" -> ", path.Append(type).Select(step => step.Name));
        if (path.Contains(type))
        {
            throw new ObjectContainerException($"{type.FullName} needs itself: {route}.");
        }

        if (type.IsValueType || type == typeof(string))
        {
            throw new ObjectContainerException($"A value of type {type.FullName} cannot be made ({route}); register an object that holds it.");
        }

        if (type.IsInterface || type.IsAbstract)
        {
            throw new ObjectContainerException($"{type.FullName} is not registered in the {scope} and cannot be made ({route}).");
        }

        var constructors = type.GetConstructors();
        if (constructors.Length == 0)
        {
            throw new ObjectContainerException($"{type.FullName} has no public constructor ({route}).");
        }

        var most = constructors.Max(constructor => constructor.GetParameters().Length);
        var candidates = constructors.Where(constructor => constructor.GetParameters().Length == most).ToArray();
        if (candidates.Length > 1)
        {
            throw new ObjectContainerException($"{type.FullName} has several constructors with {most} parameters ({route}).");
        }

        var arguments = candidates[0].GetParameters().Select(parameter => Resolve(parameter.ParameterType, null, [.. path, type])).ToArray();
        return candidates[0].Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    private static string Describe(Type type, string? name) => name is null ? type.FullName! : $"{type.FullName} '{name}'";

    private sealed class Registration(Func<Type[], object> create)
    {
        public Func<Type[], object> Create { get; } = create;

        public object? Instance { get; set; }

        public bool Resolved { get; set; }
    }
}
