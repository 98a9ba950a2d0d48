import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { texts } from '../../texts/texts.ts'
import { AuthProblem, toAuth } from './auth.ts'

const useText = texts('auth-problem', {
  INVALID_PASSWORD: { zh: '密码不正确', en: 'The password is not right' },
  INVALID_CODE: {
    zh: '验证码不正确或已过期，请输入最新的六位数字',
    en: 'The code is not right or has expired; type the newest one',
  },
  PASSWORD_TOO_SHORT: { zh: '密码至少 12 个字符', en: 'A password has at least 12 characters' },
  PASSWORD_TOO_LONG: { zh: '密码过长', en: 'The password is too long' },
  CREDENTIAL_ACCOUNT_NOT_FOUND: {
    zh: '此账号还没有密码，请用一次性链接登录时设置',
    en: 'This account has no password yet: choose one when you sign in by a link',
  },
  SESSION_NOT_FRESH: { zh: '请重新登录后再试', en: 'Sign in again and try once more' },
  '429': { zh: '尝试过多，请稍候再试', en: 'Too many tries: wait a minute' },
  other: { zh: '未能完成，请重试', en: 'This did not work; try again' },
})
type Known = Parameters<ReturnType<typeof useText>>[0]
const KNOWN = new Set<string>([
  'INVALID_PASSWORD',
  'INVALID_CODE',
  'PASSWORD_TOO_SHORT',
  'PASSWORD_TOO_LONG',
  'CREDENTIAL_ACCOUNT_NOT_FOUND',
  'SESSION_NOT_FRESH',
  '429',
])

/** Does one thing to the account; what is shown of it is asked for anew, and what went wrong is told. */
export function useAuth<T = unknown>(path: string, onDone?: (answer: T) => void) {
  const t = useText()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: object = {}) => toAuth<T>(path, body),
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ queryKey: ['auth'] })
      onDone?.(answer)
    },
    onError: (error) => {
      const code = error instanceof AuthProblem && KNOWN.has(error.code) ? error.code : 'other'
      void message.error(t(code as Known))
    },
  })
}
