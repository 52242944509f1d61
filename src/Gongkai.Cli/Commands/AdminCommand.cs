using System.CommandLine;
using System.Runtime.CompilerServices;
using Gongkai.Cli.Serving;
using Gongkai.Storage;
using Gongkai.UseCases;
using Gongkai.UseCases.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Cli.Commands;

/// <summary><c>gongkai admin</c>：网页上登录不了时，操作员在服务器上救急。</summary>
internal static class AdminCommand
{
    /// <summary>建这个命令。</summary>
    public static Command Build(CliHost host)
    {
        var name = new Option<string>("--name");
        var forget = new Option<bool>("--forget-second-factor");
        var create = Make("create-administrator", (accounts, parsed, user, cancellation) => accounts.CreateAdministratorAsync(user, parsed.GetValue(name) ?? user, cancellation));
        create.Add(name);
        var reset = Make("reset-password", (accounts, parsed, user, cancellation) => accounts.ResetAsync(user, parsed.GetValue(forget), cancellation));
        reset.Add(forget);
        return new Command("admin") { create, reset, Make("unlock", UnlockAsync) };

        Command Make(string command, Func<OperatorAccounts, ParseResult, string, CancellationToken, Task<NewPassword?>> act)
        {
            var arguments = new StorageArguments();
            var user = new Argument<string>("user") { Arity = ArgumentArity.ZeroOrOne };
            var made = new Command(command) { user };
            arguments.AddTo(made);
            made.SetAction((parsed, cancellation) =>
            {
                var problem = arguments.ProblemOf(parsed) ?? (arguments.IsGiven(parsed) ? null : "请用 --data 写明数据目录。") ?? (parsed.GetValue(user) is null ? "请写用户名。" : null);
                return problem is not null
                    ? Task.FromResult(host.WrongUsage(problem, HelpText.Remedy(made)))
                    : RunAsync(host, arguments.From(parsed), accounts => act(accounts, parsed, parsed.GetValue(user)!, cancellation), cancellation);
            });
            return made;
        }
    }

    private static async Task<NewPassword?> UnlockAsync(OperatorAccounts accounts, ParseResult parsed, string user, CancellationToken cancellation)
    {
        await accounts.UnlockAsync(user, cancellation);
        return null;
    }

    // 不内联：只有到了这里才载入数据库。
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<int> RunAsync(CliHost host, StorageOptions storage, Func<OperatorAccounts, Task<NewPassword?>> act, CancellationToken cancellation)
    {
        if (!await StorageArguments.PrepareAsync(host, storage, cancellation))
        {
            return ExitCodes.WrongUsage;
        }

        await using var services = new ServiceCollection().AddLogging().AddSingleton(host.Clock).AddGongkaiStorage(storage).AddGongkaiUseCases().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        try
        {
            return await act(scope.ServiceProvider.GetRequiredService<OperatorAccounts>()) is { } made
                ? host.Write($"用户名：{made.UserName}\n一次性密码：{made.Password}\n只显示这一次；登录之后必须换掉。\n")
                : host.Write("已解锁。\n");
        }
        catch (BadInputException bad)
        {
            return host.CannotStart(string.Concat(bad.Problems.Select(p => p.Message)), "什么也没有改动。");
        }
        catch (NoSuchThingException)
        {
            return host.CannotStart("没有这个账号，或者已离任。", "请核对用户名；什么也没有改动。");
        }
    }
}
