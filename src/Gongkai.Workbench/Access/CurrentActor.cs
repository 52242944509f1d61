using Gongkai.UseCases;
using Gongkai.UseCases.Staff;

namespace Gongkai.Workbench.Access;

/// <summary>这个请求是谁的。每个请求由 cookie 里的凭据重新取，职责被收回的当即就没有了。</summary>
public sealed class CurrentActor
{
    private StaffSession? _session;

    /// <summary>登录了。</summary>
    public bool IsSignedIn => _session is not null;

    /// <summary>登录的人此刻的身份；没有登录时没有。</summary>
    public StaffSession Session => _session ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>办事的人，交给用例。</summary>
    public Actor Actor => Session.Actor;

    internal void Become(StaffSession? session) => _session = session;
}
